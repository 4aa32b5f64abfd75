export { ErsSlotPicker } from '../../widgets/slot-picker/slot-picker.ts';
