/** The mark of 保証デスク: a page with a keyhole. */
export function Mark() {
  return (
    <svg width="27" height="36" viewBox="4.5 0 27 36" aria-hidden="true">
      <path fill="#00428c" d="M6 1h17l8 8v26H6a1 1 0 0 1-1-1V2a1 1 0 0 1 1-1z" />
      <path fill="#97d3ff" d="M23 1l8 8h-8z" />
      <circle cx="18" cy="17.5" r="4.5" fill="#fff" />
      <path fill="#fff" d="M16.2 19h3.6l1.4 9.5h-6.4z" />
    </svg>
  );
}
