export declare function loadTypeScript<Module>(file: string): Promise<Module>
