import { bundleElements, writeElements } from './bundle.ts'

// A program of its own: the bundler stays out of the memory of the server. Arguments: the folder of the elements, the file to write, its stamp.
const [folder = '', file = '', stamp = ''] = process.argv.slice(2)
writeElements(file, stamp, await bundleElements(folder))
