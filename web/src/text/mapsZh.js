/** @type {Record<string, string>} */
export const mapsZh = {
  legendPeople: '{group}（人）', legendWater: '水域', legendGreen: '公园、绿地', northUp: '本图上方为北', theme: '界面颜色', theme_system: '跟随系统', theme_light: '浅色', theme_dark: '深色',
  diffWalk_better3: '缩短 5 分钟及以上，或新近可达', diffWalk_better2: '缩短 2–5 分钟', diffWalk_better1: '缩短不足 2 分钟', diffWalk_unchanged: '不变',
  diffWalk_worse1: '延长不足 2 分钟', diffWalk_worse2: '延长 2–5 分钟', diffWalk_worse3: '延长 5 分钟及以上，或不再可达',
  diffPeople_better3: '新覆盖 500 人及以上', diffPeople_better2: '新覆盖 100–499 人', diffPeople_better1: '新覆盖不足 100 人', diffPeople_unchanged: '不变',
  diffPeople_worse1: '失去覆盖不足 100 人', diffPeople_worse2: '失去覆盖 100–499 人', diffPeople_worse3: '失去覆盖 500 人及以上',
};
