/** How deliveries name the mail server that all mail goes through. */
export const MAIL = 'smtp';
