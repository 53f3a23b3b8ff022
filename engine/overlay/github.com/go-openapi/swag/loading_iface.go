// Nothing is loaded from anywhere.
package swag
