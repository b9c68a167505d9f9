import type { Page } from 'playwright-core';

/** What can be seen of these elements, and whose text has less contrast than AA asks for (4.5). Fails when there is hardly any text. */
export async function contrastsBelow(page: Page, selector: string, least = 4.5): Promise<readonly (readonly [number, string])[]> {
  const ratios = (await page.evaluate(`(() => {
    const luminance = (color) => {
      const [r, g, b] = color.match(/[\\d.]+/g).map(Number).map((value) => value / 255).map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const background = (element) => {
      for (let at = element; at !== null; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor;
        if (!/^rgba\\(.*, 0\\)$|transparent/.test(color)) return color;
      }
      return 'rgb(255, 255, 255)';
    };
    return [...document.querySelectorAll(${JSON.stringify(selector)})]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '') && element.checkVisibility())
      .map((element) => {
        const [one, other] = [luminance(getComputedStyle(element).color), luminance(background(element))].sort((a, b) => b - a);
        return [(one + 0.05) / (other + 0.05), element.outerHTML.slice(0, 120)];
      });
  })()`)) as [number, string][];
  if (ratios.length < 20) throw new Error(`only ${ratios.length} texts can be seen`);
  return ratios.filter(([ratio]) => ratio < least);
}
