import { classes } from "#components/ui/classes.ts";
import { Icon, Picture, type PictureName } from "#components/ui/icon.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export type DoorProps = {
  picture: PictureName;
  /** The link's name; the whole door can be pressed. */
  name: string;
  href: string;
  text: string;
  /** The last line: who it is for, or how many wait behind it. */
  more: string;
  heading?: "h2" | "h3";
  /** The commonest of its row, filled. */
  first?: boolean;
};

/** A large way in, three in a row; stands in a `Doors` list. */
function Door({ picture, name, href, text, more, heading: Heading = "h2", first = false }: DoorProps) {
  return (
    <li className={classes("door", first && "first")}>
      <Picture name={picture} />
      <Heading>
        <TextLink href={href}>{name}</TextLink>
      </Heading>
      <p>{text}</p>
      <p className="more">
        {more}
        <Icon name="arrow" size={20} />
      </p>
    </li>
  );
}

/** A row of doors; stacked on narrow screens. */
export function Doors({ items }: { items: readonly DoorProps[] }) {
  return (
    <ul className="doors">
      {items.map((item) => (
        <Door key={item.name} {...item} />
      ))}
    </ul>
  );
}
