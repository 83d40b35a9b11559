import { ecr, ecrBefore, ecrPublic } from './amazon.ts'
import { artifactory } from './artifactory.ts'
import { azure, azureOwnKey, azurePreview2021, azurePreview2022, azureToken } from './azure.ts'
import { cloudflare } from './cloudflare.ts'
import { cloudsmith } from './cloudsmith.ts'
import { distribution2, distribution3 } from './distribution.ts'
import { dockerHub, dockerHub2024 } from './docker-hub.ts'
import { gitea } from './gitea.ts'
import { ghcr } from './github.ts'
import { gitlab } from './gitlab.ts'
import { artifactRegistry, artifactRegistryBefore } from './google.ts'
import { harbor, harbor28 } from './harbor.ts'
import { orasDraft, orasExtension, orasOciRc, orasRc } from './oras.ts'
import type { Profile } from './profile.ts'
import { quay } from './quay.ts'
import { zot, zotBefore } from './zot.ts'

/** Every registry that is imitated. */
export const profiles: readonly Profile[] = [
  distribution2,
  distribution3,
  orasDraft,
  orasExtension,
  orasRc,
  orasOciRc,
  azure,
  azureToken,
  azureOwnKey,
  azurePreview2021,
  azurePreview2022,
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
