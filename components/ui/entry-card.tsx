import { classes } from "#components/ui/classes.ts";
import { Icon, Picture, type PictureName } from "#components/ui/icon.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export type EntryCardProps = {
  picture: PictureName;
  /** The link's name; the whole card can be pressed. */
  name: string;
  href: string;
  text: string;
  /** The last line: for whom it is, or how many items are behind it. */
  more: string;
  heading?: "h2" | "h3";
  /** Filled: the most common choice of its row. */
  first?: boolean;
};

/** A large card that is one link; used in `EntryCards`. */
function EntryCard({
  picture,
  name,
  href,
  text,
  more,
  heading: Heading = "h2",
  first = false,
}: EntryCardProps) {
  return (
    <li className={classes("entry-card", first && "first")}>
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

/** A row of entry cards, stacked on narrow screens. */
export function EntryCards({ items }: { items: readonly EntryCardProps[] }) {
  return (
    <ul className="entry-cards">
      {items.map((item) => (
        <EntryCard key={item.name} {...item} />
      ))}
    </ul>
  );
}
