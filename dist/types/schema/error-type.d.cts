/** Error types of Kubernetes, as `reason` of a cause has them, without their prefix `FieldValue`. */
export type ErrorType = 'Required' | 'Invalid' | 'NotSupported' | 'Duplicate' | 'Forbidden' | 'TooLong' | 'TooMany' | 'TypeInvalid' | 'NotFound' | 'InternalError';
