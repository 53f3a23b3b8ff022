/** What is wrong in a settings file, and where. */
export interface Mistake {
  offset: number
  message: string
}
