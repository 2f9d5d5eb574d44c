export { AllElementsGridResolver } from './all-elements-grid.resolver.js';
export { AllElementsGridType } from './all-elements-grid.type.js';
export { DepartmentGridType } from './department-grid.type.js';
export { GridResolver } from './grid.resolver.js';
export { GridType } from './grid.type.js';
export { LayerResolver } from './layer.resolver.js';
export { LayerType } from './layer.type.js';
