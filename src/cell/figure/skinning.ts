import { BufferAttribute, ShaderChunk, type SkinnedMesh } from 'three'
import { ease } from './noise.ts'

/**
 * Skin that keeps its volume. Three.js blends the matrices of the joints, so that a sleeve whose arm turns about itself
 * collapses like the wrapper of a sweet; here joints are blended as dual quaternions (Kavan et al., "Skinning with Dual
 * Quaternions", 2007), which turn instead of shrinking. Pure dual quaternions swell at a bent joint: a share of the
 * matrices' place keeps shoulders and knees slim, all but in the arms, which turn the most.
 */
const SHARE = { least: 0.15, most: 0.95 } as const
const TURNS = /^(upperarm|lowerarm|wrist)/

const FUNCTIONS = /* glsl */ `
#ifdef USE_SKINNING
	attribute float volume;
	// the rotation of a matrix as a quaternion; its columns all have the length 1 / overScale
	vec4 turnOfBone( const in mat4 bone, const in float overScale ) {
		vec3 a = bone[ 0 ].xyz * overScale;
		vec3 b = bone[ 1 ].xyz * overScale;
		vec3 c = bone[ 2 ].xyz * overScale;
		vec4 q;
		if ( a.x + b.y + c.z > 0.0 ) q = vec4( b.z - c.y, c.x - a.z, a.y - b.x, 1.0 + a.x + b.y + c.z );
		else if ( a.x > b.y && a.x > c.z ) q = vec4( 1.0 + a.x - b.y - c.z, a.y + b.x, a.z + c.x, b.z - c.y );
		else if ( b.y > c.z ) q = vec4( a.y + b.x, 1.0 + b.y - a.x - c.z, b.z + c.y, c.x - a.z );
		else q = vec4( a.z + c.x, b.z + c.y, 1.0 + c.z - a.x - b.y, a.y - b.x );
		return normalize( q );
	}
	// half the product of a pure quaternion and a quaternion: the dual part of a turn q and a move t
	vec4 dualOfBone( const in vec3 t, const in vec4 q ) {
		return 0.5 * vec4( q.w * t + cross( t, q.xyz ), - dot( t, q.xyz ) );
	}
	void addBone( const in mat4 bone, const in float overScale, const in float weight, const in vec4 first,
			inout vec4 real, inout vec4 dual ) {
		vec4 q = turnOfBone( bone, overScale );
		float share = dot( q, first ) < 0.0 ? - weight : weight;
		real += share * q;
		dual += share * dualOfBone( bone[ 3 ].xyz, q );
	}
	vec3 turnedBy( const in vec4 q, const in vec3 v ) {
		return v + 2.0 * cross( q.xyz, cross( q.xyz, v ) + q.w * v );
	}
#endif
`

const BASE = /* glsl */ `
#ifdef USE_SKINNING
	float boneScale = length( boneMatX[ 0 ].xyz );
	vec4 firstTurn = turnOfBone( boneMatX, 1.0 / boneScale );
	vec4 skinTurn = skinWeight.x * firstTurn;
	vec4 skinDual = skinWeight.x * dualOfBone( boneMatX[ 3 ].xyz, firstTurn );
	addBone( boneMatY, 1.0 / boneScale, skinWeight.y, firstTurn, skinTurn, skinDual );
	addBone( boneMatZ, 1.0 / boneScale, skinWeight.z, firstTurn, skinTurn, skinDual );
	addBone( boneMatW, 1.0 / boneScale, skinWeight.w, firstTurn, skinTurn, skinDual );
	float skinNorm = 1.0 / length( skinTurn );
	skinTurn *= skinNorm;
	skinDual *= skinNorm;
#endif
`

const PLACE = /* glsl */ `
#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	vec3 skinMove = 2.0 * ( skinTurn.w * skinDual.xyz - skinDual.w * skinTurn.xyz + cross( skinTurn.xyz, skinDual.xyz ) );
	vec3 turned = turnedBy( skinTurn, skinVertex.xyz * boneScale ) + skinMove;
	transformed = ( bindMatrixInverse * vec4( mix( skinned.xyz, turned, volume ), 1.0 ) ).xyz;
#endif
`

const NORMAL = /* glsl */ `
#ifdef USE_SKINNING
	objectNormal = mat3( bindMatrixInverse ) * turnedBy( skinTurn, mat3( bindMatrix ) * objectNormal );
	#ifdef USE_TANGENT
		objectTangent = mat3( bindMatrixInverse ) * turnedBy( skinTurn, mat3( bindMatrix ) * objectTangent );
	#endif
#endif
`

let patched = false

/** Makes a mesh keep its volume, in the shadow it casts too. */
export function keepVolume({ geometry, skeleton }: SkinnedMesh): void {
  patchShaders()
  const { skinIndex, skinWeight } = geometry.attributes
  if (!skinIndex || !skinWeight || geometry.hasAttribute('volume')) return
  const turns = skeleton.bones.map(({ name }) => TURNS.test(name))
  const shares = Float32Array.from({ length: skinIndex.count }, (_, v) => {
    let arm = 0
    for (let k = 0; k < 4; k++) if (turns[skinIndex.getComponent(v, k)]) arm += skinWeight.getComponent(v, k)
    return SHARE.least + (SHARE.most - SHARE.least) * ease(0.7, 1, arm)
  })
  geometry.setAttribute('volume', new BufferAttribute(shares, 1))
}

function patchShaders(): void {
  if (patched) return
  patched = true
  ShaderChunk.skinning_pars_vertex += FUNCTIONS
  ShaderChunk.skinbase_vertex += BASE
  ShaderChunk.skinning_vertex = PLACE
  ShaderChunk.skinnormal_vertex = NORMAL
}
