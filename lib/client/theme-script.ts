/** Runs in the document head before the first paint; keep in step with `apply` in theme.ts. */
export const themeScript = `try{const t=localStorage.getItem('theme');if(t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches))document.documentElement.classList.add('dark')}catch{}`
