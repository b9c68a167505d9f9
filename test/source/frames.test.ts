import { describe, expect, test } from 'vitest';
import { parseFrame } from '../../src/source/frames.js';

describe('parseFrame', () => {
  test.each<[string, string, number, number | undefined]>([
    ['new Storage (/home/me/app/lib/storage.ts:12:19)', '/home/me/app/lib/storage.ts', 12, 19],
    ['    at new Storage (/home/me/app/lib/storage.ts:12:19)', '/home/me/app/lib/storage.ts', 12, 19],
    ['at new Bucket (lib/bucket.ts:42)', 'lib/bucket.ts', 42, undefined],
    ['<anonymous> (/home/me/app/bin/app.ts:4:1)', '/home/me/app/bin/app.ts', 4, 1],
    ['Object.<anonymous> (/a/app.ts:4:1)', '/a/app.ts', 4, 1],
    ['Object.create [as make] (/a/app.ts:4:1)', '/a/app.ts', 4, 1],
    ['undefined (/a/app.ts:4:1)', '/a/app.ts', 4, 1],
    ['async main (/a/app.ts:4:1)', '/a/app.ts', 4, 1],
    ['lib/data.ts:12:19', 'lib/data.ts', 12, 19],
    ['new Data (lib/data.ts:12:19)', 'lib/data.ts', 12, 19],
    ['    at /a/app.ts:4:1', '/a/app.ts', 4, 1],
    ['async /a/app.ts:4:1', '/a/app.ts', 4, 1],
    ['async file:///a/app.mjs:4:1', '/a/app.mjs', 4, 1],
    ['new A (file:///a/my%20app/app.js:4:11)', '/a/my app/app.js', 4, 11],
    ['new A (file:///a/app.ts?tsx-namespace=17:4:11)', '/a/app.ts', 4, 11],
    ['new A (file:///C:/a/app.js:4:11)', 'C:/a/app.js', 4, 11],
    ['new A (C:\\a\\b.ts:12:3)', 'C:\\a\\b.ts', 12, 3],
    ['C:\\a\\b.ts:12:3', 'C:\\a\\b.ts', 12, 3],
    ['new A (\\\\host\\share\\b.ts:12:3)', '\\\\host\\share\\b.ts', 12, 3],
    ['new A (/home/me/app (copy)/lib/a b.ts:12:3)', '/home/me/app (copy)/lib/a b.ts', 12, 3],
    ['/home/me/app (copy)/lib/a b.ts:12:3', '/home/me/app (copy)/lib/a b.ts', 12, 3],
    ['new A (/a/1:2/b.ts:12:3)', '/a/1:2/b.ts', 12, 3],
    ['__init__ (/app/app.py:12)', '/app/app.py', 12, undefined],
    ['<module> (/app/app.py:12)', '/app/app.py', 12, undefined],
    ['test_synth (/app/tests/unit/test_app.py:9)', '/app/tests/unit/test_app.py', 9, undefined],
    ['__init__ (C:\\app\\infra\\data.py:12)', 'C:\\app\\infra\\data.py', 12, undefined],
    ['com.acme.DataStack.<init> (DataStack.java:20)', 'com/acme/DataStack.java', 20, undefined],
    ['com.acme.DataStack$Buckets.lambda$make$0 (DataStack.java:20)', 'com/acme/DataStack.java', 20, undefined],
    ['app//com.acme.AppKt.main (App.kt:3)', 'com/acme/App.kt', 3, undefined],
    ['DataStack.<init> (DataStack.java:20)', 'DataStack.java', 20, undefined],
    ['   at Acme.DataStack..ctor(Construct scope, String id) in /src/Acme/DataStack.cs:line 20', '/src/Acme/DataStack.cs', 20, undefined],
    ['   at Acme.Program.Main(String[] args) in C:\\src (1)\\Program.cs:line 7', 'C:\\src (1)\\Program.cs', 7, undefined],
    ['Acme.DataStack..ctor (C:\\src\\DataStack.cs:20:9)', 'C:\\src\\DataStack.cs', 20, 9],
  ])('%s', (text, file, line, column) => {
    expect(parseFrame(text)).toEqual({ file, line, column });
  });

  test.each<[string, string, number]>([
    ['file:///x/app.js:11: (file:///x/app.js:11:1)', '/x/app.js', 11],
    ['file:///x/app.js:11:1 (file:///x/app.js:11:11)', '/x/app.js', 11],
    ['file:///x/app.js:13 (:)', '/x/app.js', 13],
    ['/x/app (copy)/app.js:11: (/x/app (copy)/app.js:11:1)', '/x/app (copy)/app.js', 11],
    ['C:\\x\\app.js:11: (C:\\x\\app.js:11:1)', 'C:\\x\\app.js', 11],
    ['async file:///x/app.js:11: (file:///x/app.js:11:1)', '/x/app.js', 11],
  ])('%s: mangled, the column is lost', (text, file, line) => {
    expect(parseFrame(text)).toEqual({ file, line, column: undefined });
  });

  test.each([
    '...new Bucket2 in aws-cdk-lib...',
    '...node internals, tsx...',
    '(no user code in 10 frames, use --stack-trace-limit to capture more)',
    '    (no user code in 10 frames, use --stack-trace-limit to capture more)',
    'Array.forEach (:)',
    'Array.map (<anonymous>)',
    'async Promise.all (index 0)',
    'stack traces disabled',
    "Run with '--debug' to include location info",
    'eval (eval at <anonymous> (/a/b.js:3:4), <anonymous>:1:1)',
    'Module._compile (node:internal/modules/cjs/loader:1521:14)',
    'node:internal/main/run_main_module:28:49',
    'processImmediate (internal/timers.js:464:21)',
    'new Bucket (/a/node_modules/aws-cdk-lib/aws-s3/lib/bucket.js:1:2)',
    'new Bucket (C:\\a\\node_modules\\aws-cdk-lib\\aws-s3\\lib\\bucket.js:1:2)',
    'new Bucket (/tmp/jsii-kernel-0ieIFn/node_modules/aws-cdk-lib/aws-s3/lib/bucket.js:1:18211)',
    'Kernel._Kernel_create (/tmp/tmpqdrcdk0r/lib/program.js:10104:25)',
    '/tmp/tmpdj0kczj7/lib/program.js:8248:134',
    'KernelHost.run (/tmp/jsii-java-runtime17/lib/program.js:11651:22)',
    '__call__ (/app/.venv/lib/python3.12/site-packages/jsii/_runtime.py:118)',
    '_run_code (/usr/lib/python3.12/runpy.py:88)',
    '<module> (<frozen runpy>:88)',
    'software.amazon.awscdk.services.s3.Bucket$Builder.build (Bucket.java:790)',
    'java.base/java.lang.Thread.run (Thread.java:840)',
    'org.codehaus.mojo.exec.ExecJavaMojo$1.run (ExecJavaMojo.java:279)',
    'org.junit.jupiter.engine.execution.MethodInvocation.proceed (MethodInvocation.java:60)',
    'com.acme.DataStack.<init> (Native Method)',
    'com.acme.DataStack.<init> (Unknown Source)',
    '   at System.Threading.Tasks.Task.Wait()',
    '_call (C:\\app\\.venv\\Lib\\site-packages\\jsii\\_runtime.py:118)',
    'new A (webpack://app/./lib/a.ts:1:2)',
    'new A (https://example.com/a.js:1:2)',
    'new A (file:///%E0%A4%A/a.js:1:2)',
    'new A (/a/b.ts:0:0)',
    'new A (/a/b.ts)',
    '',
    ')',
    `new A (/${'a'.repeat(5_000)}.ts:1:2)`,
  ])('%s: no place in the user’s code', (text) => {
    expect(parseFrame(text)).toBeUndefined();
  });
});
