/** Numbers as a planner reads them out; the exact value belongs into a `title`. */

/** @typedef {'zh'|'en'} Lang */

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 31,482 @param {number} value */
export const count = (value) => GROUPED.format(value);

/** +1,204 or −87: with a real minus sign. @param {number} value */
export function signed(value) {
  const rounded = Math.round(value);
  return rounded === 0 ? '±0' : `${rounded > 0 ? '+' : '−'}${count(Math.abs(rounded))}`;
}

/**
 * 27 %; a share that is not nothing and not all is never rounded to 0 or 100.
 * @param {number|null} share 0 to 1; null where there is nothing to divide by
 */
export function percent(share) {
  if (share === null || !Number.isFinite(share)) return '–';
  if (share > 0 && share < 0.005) return '<1 %';
  if (share < 1 && share > 0.995) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

/** @param {number|null} share */
export const exactPercent = (share) => (share === null || !Number.isFinite(share) ? '–' : `${(share * 100).toFixed(2)} %`);

/** 31,482 人 or 31,482 people @param {number} value @param {Lang} lang */
export function people(value, lang) {
  if (lang === 'zh') return `${count(value)} 人`;
  return Math.round(value) === 1 ? '1 person' : `${count(value)} people`;
}

/** 312 米 / 312 m; from 10 km on in kilometres. @param {number} value @param {Lang} lang */
export function metres(value, lang) {
  if (value >= 9999.5) return `${(value / 1000).toFixed(1)} ${lang === 'zh' ? '公里' : 'km'}`;
  return `${count(value)} ${lang === 'zh' ? '米' : 'm'}`;
}

/** 4 分 20 秒 / 4 min 20 s, to the second. @param {number} seconds @param {Lang} lang */
export function duration(seconds, lang) {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const rest = whole - minutes * 60;
  const [m, s] = lang === 'zh' ? ['分', '秒'] : ['min', 's'];
  if (minutes === 0) return `${rest} ${s}`;
  return rest === 0 ? `${minutes} ${lang === 'zh' ? '分钟' : m}` : `${minutes} ${m} ${rest} ${s}`;
}

/** 2026年11月26日 or 26 Nov 2026. @param {string} iso @param {Lang} lang */
export function date(iso, lang) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', lang === 'zh' ? { dateStyle: 'long' } : { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** 2026年11月26日 14:05 or 26 Nov 2026, 14:05. @param {string} iso @param {Lang} lang */
export function dateTime(iso, lang) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: lang === 'zh' ? 'long' : 'medium', timeStyle: 'short' }).format(at);
}

/** 8.2 MB; as sizes of files are read, in units of 1,024. @param {number} value */
export function bytes(value) {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log(value) / Math.log(1024)));
  const scaled = value / 1024 ** power;
  return `${power === 0 || scaled >= 99.95 ? Math.round(scaled) : scaled.toFixed(1)} ${units[power]}`;
}
