import { Validator } from '@seriousme/openapi-schema-validator';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

// Made by the build of the app, which runs these tests after it.
const document = '../src/app/target/classes/io/appofapps/confluence/rest/openapi.json';

test('the OpenAPI document of the app is one of version 3.1', { skip: !existsSync(document) && 'the app is not built' }, async () => {
  const validator = new Validator();
  const result = await validator.validate(JSON.parse(readFileSync(document, 'utf8')));
  assert.deepEqual(result, { valid: true });
  assert.equal(validator.version, '3.1');
});
