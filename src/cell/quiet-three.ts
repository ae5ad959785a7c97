import { setConsoleFunction } from 'three'

/**
 * @react-three/fiber 9.8 still makes a `THREE.Clock`, which three warns of on every page. Only that message is dropped:
 * an empty console is how a real warning is noticed.
 */
export function quietThree(): void {
  setConsoleFunction((type: 'log' | 'warn' | 'error', message: string, ...more: unknown[]) => {
    if (message.includes('Clock: This module has been deprecated')) return
    console[type](message, ...more)
  })
}
