/** The key of the city's own merged layer. */
export const allElementsLayer = 'city/all-elements';
