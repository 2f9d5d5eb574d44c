export { type Indicator, type IndicatorReading, nameOf } from './indicators/indicator.js';
export { IndicatorBook, type IndicatorWish } from './indicators/indicator-book.js';
export { type IndicatorDefinition, type IndicatorKey, type IndicatorSpan, type IndicatorUnit } from './indicators/indicator-definition.js';
export { indicatorDefinitionOf, indicatorDefinitions } from './indicators/indicator-definitions.js';
