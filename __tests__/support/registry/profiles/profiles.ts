import { ecr, ecrBefore, ecrPublic } from './amazon.ts'
import { artifactory } from './artifactory.ts'
import { azure, azureOwnKey, azureToken } from './azure.ts'
import { cloudflare } from './cloudflare.ts'
import { cloudsmith } from './cloudsmith.ts'
import { distribution2, distribution3 } from './distribution.ts'
import { dockerHub, dockerHub2024 } from './docker-hub.ts'
import { gitea } from './gitea.ts'
import { ghcr } from './github.ts'
import { gitlab } from './gitlab.ts'
import { artifactRegistry, artifactRegistryBefore } from './google.ts'
import { harbor, harbor28 } from './harbor.ts'
import { orasOciRc } from './oras.ts'
import type { Profile } from './profile.ts'
import { quay } from './quay.ts'
import { zot, zotBefore } from './zot.ts'

/** Every registry that is imitated. */
export const profiles: readonly Profile[] = [
  distribution2,
  distribution3,
  orasOciRc,
  azure,
  azureToken,
  azureOwnKey,
  ecr,
  ecrBefore,
  ecrPublic,
  dockerHub,
  dockerHub2024,
  ghcr,
  artifactRegistry,
  artifactRegistryBefore,
  quay,
  harbor,
  harbor28,
  artifactory,
  zot,
  zotBefore,
  gitlab,
  cloudflare,
  cloudsmith,
  gitea,
]
