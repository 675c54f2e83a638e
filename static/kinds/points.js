export function phone() { return { show() {} }; }
export function wall() { return { show() {} }; }
