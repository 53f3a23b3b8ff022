// Made by scripts/generate-config-schema.mjs.
export interface ValidationError {
  keyword: string
  instancePath: string
  params: { additionalProperty?: string; missingProperty?: string; allowedValues?: unknown[]; limit?: number; type?: string | string[] }
  message?: string
}
declare const validate: { (value: unknown): boolean; errors?: ValidationError[] | null }
export default validate
