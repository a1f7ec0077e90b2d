import { useState } from 'react';
import { storedTheme, storeTheme, type Theme } from './theme';

const CHOICES: { theme: Theme; name: string }[] = [
  { theme: 'auto', name: 'Auto' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
];

export function ThemeChoice() {
  const [chosen, setChosen] = useState(storedTheme);
  return (
    <div className="choice" role="group" aria-label="Colours">
      {CHOICES.map(({ theme, name }) => (
        <button
          key={theme}
          type="button"
          aria-pressed={chosen === theme}
          onClick={() => {
            storeTheme(theme);
            setChosen(theme);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
