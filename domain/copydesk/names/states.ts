/** State names by postal code and by the abbreviation that newspapers used until 2014. Short names have no abbreviation. */
const TABLE = `AL Ala. Alabama|AK  Alaska|AZ Ariz. Arizona|AR Ark. Arkansas|CA Calif. California|CO Colo. Colorado|CT Conn. Connecticut|DE Del. Delaware|FL Fla. Florida|GA Ga. Georgia|HI  Hawaii|ID  Idaho|IL Ill. Illinois|IN Ind. Indiana|IA  Iowa|KS Kan. Kansas|KY Ky. Kentucky|LA La. Louisiana|ME  Maine|MD Md. Maryland|MA Mass. Massachusetts|MI Mich. Michigan|MN Minn. Minnesota|MS Miss. Mississippi|MO Mo. Missouri|MT Mont. Montana|NE Neb. Nebraska|NV Nev. Nevada|NH N.H. New Hampshire|NJ N.J. New Jersey|NM N.M. New Mexico|NY N.Y. New York|NC N.C. North Carolina|ND N.D. North Dakota|OH  Ohio|OK Okla. Oklahoma|OR Ore. Oregon|PA Pa. Pennsylvania|RI R.I. Rhode Island|SC S.C. South Carolina|SD S.D. South Dakota|TN Tenn. Tennessee|TX  Texas|UT  Utah|VT Vt. Vermont|VA Va. Virginia|WA Wash. Washington|WV W.Va. West Virginia|WI Wis. Wisconsin|WY Wyo. Wyoming`

type State = { postal: string; abbreviation: string; name: string }

export const STATES: readonly State[] = TABLE.split('|').map((row) => {
  const [postal = '', abbreviation = '', ...name] = row.split(' ')
  return { postal, abbreviation, name: name.join(' ') }
})

/** The full name that an abbreviation stands for; null for any other text. */
export function stateNamed(short: string): string | null {
  return STATES.find(({ postal, abbreviation }) => postal === short || abbreviation === short)?.name ?? null
}
