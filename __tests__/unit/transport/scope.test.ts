import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { challengeScopes, coversScopes, mergeScopes } from '../../../src/transport/scope.ts'

describe('scopes', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['the same', ['repository:a:pull'], ['repository:a:pull'], ['repository:a:pull']],
    ['actions', ['repository:a:pull'], ['repository:a:push'], ['repository:a:pull,push']],
    [
      'an action of the registry’s own (Azure)',
      ['repository:a:pull,push'],
      ['repository:a:metadata_read'],
      ['repository:a:pull,push,metadata_read'],
    ],
    [
      'another repository',
      ['repository:a:pull'],
      ['repository:b:pull'],
      ['repository:a:pull', 'repository:b:pull'],
    ],
    [
      'a name with a port',
      ['repository:h:5000/a:pull'],
      ['repository:h:5000/a:push'],
      ['repository:h:5000/a:pull,push'],
    ],
    [
      'a class of resources (Docker’s plugins)',
      ['repository(plugin):a:pull'],
      ['repository:a:pull'],
      ['repository(plugin):a:pull', 'repository:a:pull'],
    ],
    ['Amazon ECR Public', ['repository:a:pull'], ['aws'], ['repository:a:pull', 'aws']],
    ['Gitea', [], ['*'], ['*']],
  ])('are merged: %s', (_name, one, other, expected) => {
    expect(mergeScopes(one, other)).toEqual(expected)
  })

  test.each([
    [undefined, []],
    ['repository:a:pull repository:b:pull', ['repository:a:pull', 'repository:b:pull']],
    ['repository:user/image:pull', []],
    [`repository:${'a'.repeat(600)}:pull`, []],
  ])('of the challenge %p are read', (parameter, expected) => {
    expect(challengeScopes(parameter)).toEqual(expected)
  })

  test('of a challenge are at most sixteen', () => {
    expect(challengeScopes('aws '.repeat(100))).toHaveLength(16)
  })

  test('cover each other if nothing is added', () => {
    expect(coversScopes(['repository:a:pull,push'], ['repository:a:push'])).toBe(true)
    expect(coversScopes(['repository:a:pull'], ['repository:a:push'])).toBe(false)
  })

  test('once merged cover both, and merging again changes nothing', () => {
    const scope = fc
      .tuple(
        fc.constantFrom('a', 'b', 'h:1/c'),
        fc.subarray(['pull', 'push', 'any'], { minLength: 1 }),
      )
      .map(([name, actions]) => `repository:${name}:${actions.join(',')}`)
    const scopes = fc.array(fc.oneof(scope, fc.constant('aws')))
    fc.assert(
      fc.property(scopes, scopes, (one, other) => {
        const merged = mergeScopes(one, other)
        expect(coversScopes(merged, one) && coversScopes(merged, other)).toBe(true)
        expect(mergeScopes(merged)).toEqual(merged)
      }),
    )
  })
})
