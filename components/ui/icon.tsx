const disc = <circle cx="12" cy="12" r="10" fill="currentColor" stroke="none" />;

const signs = {
  arrow: <path d="M4 12h15M13 6l6 6-6 6" />,
  back: <path d="M20 12H5m6-6-6 6 6 6" />,
  done: (
    <>
      {disc}
      <path d="m7 12.4 3.4 3.4L17 9" stroke="#fff" />
    </>
  ),
  error: (
    <>
      <path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" fill="currentColor" stroke="none" />
      <path d="M12 6.5v7m0 2v2.5" stroke="#fff" />
    </>
  ),
  warning: (
    <>
      <path d="M12 2.5 23 21.5H1z" fill="currentColor" stroke="none" />
      <path d="M12 9v6m0 1.6V19" stroke="#fff" />
    </>
  ),
  info: (
    <>
      {disc}
      <path d="M12 11v6.5M12 6.5V9" stroke="#fff" />
    </>
  ),
  todo: <circle cx="12" cy="12" r="9" />,
  begun: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 0 0 0 18z" fill="currentColor" stroke="none" />
    </>
  ),
  print: <path d="M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z" />,
  copy: (
    <>
      <path d="M8 8h12v13H8z" />
      <path d="M16 8V3H4v13h4" />
    </>
  ),
  save: <path d="M12 3v12m-5-5 5 5 5-5M4 20h16" />,
};

/** The paths of the seven pictures on a 24 grid; the landing page's figure draws them larger. */
export const pictures = {
  helmet: "M2 18.5h20M4 18.5V15a8 8 0 0 1 16 0v3.5M9.5 14V6.8M14.5 14V6.8",
  hall: "M3 9.5 12 4l9 5.5zM2.5 20.5h19M5.5 10v10M10 10v10M14 10v10M18.5 10v10",
  office: "M5 21V3.5h10V21M15 9h4.5v12M2.5 21h19M8 7.5h4M8 11.5h4M8 15.5h4",
  paper: "M5 2.5h9.5L19 7v14.5H5zM14 2.5V7.5h5M8 12h8M8 16h5",
  list: "M4 4h16v16H4zM4 9.3h16M4 14.6h16M9.5 9.3V20",
  calculator:
    "M5 2.5h14v19H5zM8 6h8v3.5H8zM8.2 13h1.6M11.2 13h1.6M14.2 13h1.6M8.2 17h1.6M11.2 17h1.6M14.2 17h1.6",
  certificate: "M5 2.5h9.5L19 7v14.5H5zM14 2.5V7.5h5M8.5 14l2.4 2.4L15.5 12",
};

export type SignName = keyof typeof signs;
export type PictureName = keyof typeof pictures;

/** A sign with a 2 px stroke in the colour of its text; always beside a word, so hidden from assistive technology. */
export function Icon({ name, size = 24 }: { name: SignName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      {signs[name]}
    </svg>
  );
}

/** One of the seven pictures, 32 px with a 1.6 px stroke, beside a word. */
export function Picture({ name, size = 32 }: { name: PictureName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={pictures[name]} />
    </svg>
  );
}
