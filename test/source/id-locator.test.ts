import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSourceLocator } from '../../src/source/source-locator.js';
import { createConstructs, createProject } from './project.js';

/** `file:line` of constructs without traces, in an app with these files; all of it is approximate. */
function locate(files: Readonly<Record<string, string>>, ...paths: readonly string[]): readonly (string | undefined)[] {
  const root = createProject({ 'cdk.json': '{}', ...files });
  const locator = createSourceLocator({ projectRoot: root, assemblyRoot: join(root, 'cdk.out'), workingDirectory: root });
  return paths.map((path) => {
    const place = locator.locate(createConstructs({}), path);
    expect(place?.approximate ?? true).toBe(true);
    return place && `${place.file}:${place.line}`;
  });
}

const APP = `app = App()
DataStack(app, "data")
OtherStack(
    app,
    "other",
)
`;
const STACKS = `class DataStack(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        s3.Bucket(
            self,
            "Files",  # the user's
            versioned=True,
        )
        self.add("Queue")
        Parts(self, "Parts")

    def add(self, name):
        sqs.Queue(self, f"{name}DeadLetters")


class OtherStack(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        s3.Bucket(self, "Files", tags={"Files": "Role"})


class Parts(Construct):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        iam.Role(self, "Role")
`;

describe('a construct without a trace is near the place of its id', () => {
  const python = (...paths: readonly string[]) => locate({ 'app.py': APP, 'lib/stacks.py': STACKS }, ...paths);

  test.each<[string, string, string | undefined]>([
    ['a stack', 'data', 'app.py:2'],
    ['a call over several lines', 'other', 'app.py:3'],
    ['in its own class, where another has the same id', 'data/Files/Resource', 'lib/stacks.py:4'],
    ['in its own class, where a table has the same word', 'other/Files/Resource', 'lib/stacks.py:19'],
    ['an id that is put together', 'data/QueueDeadLetters/Resource', 'lib/stacks.py:13'],
    ['the argument of a function of the app', 'data/Queue', 'lib/stacks.py:9'],
    ['a construct of the app in another', 'data/Parts/Role/Resource', 'lib/stacks.py:25'],
    ['what a library creates is near its parent', 'data/Files/Role', 'lib/stacks.py:4'],
    ['an id that is not written', 'data/Topic', 'app.py:2'],
    ['a stack whose id is computed, with a construct that is not', 'prod-data/Parts', 'lib/stacks.py:10'],
    ['the same with two', 'prod-data/Files', undefined],
    ['nothing', 'x/y', undefined],
  ])('%s', (_, path, place) => {
    expect(python(path)).toEqual([place]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'Java',
      {
        'src/main/java/com/acme/test/App.java': 'new DataStack(app, "data", props);',
        'src/main/java/com/acme/test/DataStack.java':
          'public class DataStack extends Stack {\n  DataStack() {\n    Bucket files = Bucket.Builder\n      .create(this, "Files")\n      .build();\n  }\n}\n',
      },
      'src/main/java/com/acme/test/DataStack.java:3',
    ],
    [
      'C#',
      {
        'src/Acme/Program.cs': 'new DataStack(app, "data", new StackProps());',
        'src/Acme/DataStack.cs':
          'namespace Acme\n{\n    public class DataStack : Stack\n    {\n        internal DataStack(Construct scope, string id)\n        {\n            new Bucket(this, "Files", new BucketProps\n            {\n            });\n        }\n    }\n}\n',
        'src/Acme/obj/Debug/Copy.cs': 'new Bucket(this, "Files");',
      },
      'src/Acme/DataStack.cs:7',
    ],
    [
      'Go',
      {
        'main.go': 'NewDataStack(app, "data", nil)',
        'data.go':
          'func NewDataStack(scope constructs.Construct, id string) {\n\tstack := awscdk.NewStack(scope, &id, nil)\n\tawss3.NewBucket(stack, jsii.String("Files"), nil)\n}\n',
        'data_test.go': 'awss3.NewBucket(stack, jsii.String("Files"), nil)',
        'vendor/x/x.go': 'awss3.NewBucket(stack, jsii.String("Files"), nil)',
      },
      'data.go:3',
    ],
    [
      'TypeScript of an aws-cdk-lib without traces',
      {
        'bin/app.ts': "new DataStack(app, 'data');",
        'lib/data.ts': "export class DataStack extends Stack {\n  constructor() {\n    new Bucket(this, 'Files');\n  }\n}\n",
        'lib/data.js': "class DataStack {\n new Bucket(this, 'Files');\n}",
        'test/data.test.ts': "new Bucket(stack, 'Files');",
      },
      'lib/data.ts:3',
    ],
  ])('%s', (_, files, place) => {
    expect(locate(files, 'data/Files/Resource')).toEqual([place]);
  });

  test('no code is looked at that is not below a cdk.json', () => {
    const root = createProject({ 'app.py': APP });
    const locator = createSourceLocator({ projectRoot: root, assemblyRoot: join(root, 'cdk.out'), workingDirectory: root });
    expect(locator.locate(createConstructs({}), 'data')).toBeUndefined();
  });

  test('a virtual environment is no code of the app, whatever its name', () => {
    expect(locate({ 'app.py': APP, 'env311/pyvenv.cfg': '', 'env311/lib/x.py': APP }, 'data')).toEqual(['app.py:2']);
  });

  test('long lines, many quotes and deep brackets end', () => {
    const long = `x = ${'"a'.repeat(100_000)}\n`;
    const deep = `${'('.repeat(900)}"data"\n`.repeat(2_000);
    expect(locate({ 'app.py': long + deep }, 'data', 'a')).toEqual([undefined, undefined]);
  });
});

describe('frames of Java', () => {
  const TRACE = ['com.acme.DataStack.<init> (DataStack.java:6)', 'com.acme.App.main (App.java:1)'];
  const CODE =
    'class DataStack {\n  DataStack() {\n    Bucket b = Bucket.Builder.create(this, "(")\n      .versioned(true)\n      // why\n      .build();\n  }\n}\n';

  function locateTrace(files: Readonly<Record<string, string>>, trace: readonly string[] = TRACE) {
    const root = createProject({ 'cdk.json': '{}', ...files });
    return createSourceLocator({ projectRoot: root, assemblyRoot: join(root, 'cdk.out'), workingDirectory: root }).locate(
      createConstructs({ A: trace }),
      'A',
    );
  }

  test.each(['src/main/java/com/acme/DataStack.java', 'infra/app/com/acme/DataStack.java'])(
    '%s: the first line of the statement',
    (file) => {
      expect(locateTrace({ [file]: CODE })).toEqual({ file, line: 3, column: undefined, approximate: false });
    },
  );

  test('a class of a library is not the file of another package that has its name', () => {
    expect(locateTrace({ 'src/main/java/org/other/DataStack.java': CODE, 'src/main/java/com/acme/App.java': CODE })).toEqual({
      file: 'src/main/java/com/acme/App.java',
      line: 1,
      column: undefined,
      approximate: true,
    });
  });

  test('Kotlin may leave out the folders of its packages', () => {
    const trace = ['com.acme.infra.AppKt.main (App.kt:1)'];
    expect(locateTrace({ 'src/main/kotlin/App.kt': 'fun main() {}\n' }, trace)).toMatchObject({ file: 'src/main/kotlin/App.kt', line: 1 });
  });
});
