"""Every constant of the crowd's feelings, with unit and source.

"3.5.2" is equation 2 of crowd-model.md section 3.5, where all values are inference, chosen for direction and a scale of
minutes. They are tuned only against the propositions of its section 3.6, never because of how a level ends.
"""

# Contagion
NEIGHBOUR_RANGE = 3.0  # m; 3.5.1
NEIGHBOUR_FADES = 1.5  # m, over which a neighbour's influence falls to 1/e; 3.5.1
OTHERS_HEEDED = 0.15  # least weight of someone of another kin; 3.5.1
CONTAGION = 0.5  # 1/s; 3.5.2 and 3.5.3
FULL_COMPANY = 2.0  # sum of weights at which company works fully; 3.5.2
AMPLIFIED = 0.5  # eta, share of contagion that amplifies rather than levels; 3.5.2
UPWARD = 0.3  # beta, bias upward of someone without grievance; 3.5.2
UPWARD_GRIEVED = 0.7  # what grievance adds to beta; 3.5.2

# Relaxation
ANGER_FADES = 0.02  # 1/s toward the base; 3.5.2
FEAR_FADES = 0.05  # 1/s; 3.5.3
TRUST_RETURNS = 0.002  # 1/s toward the base; 3.5.5
UNITY_FADES = 0.005  # 1/s toward the base; 3.5.5

# Facilitation
TRUST_GROWS = 0.010  # 1/s; 3.5.5
UNITY_EASES = 0.005  # 1/s toward the base; 3.5.5
ANGER_EASES = 0.02  # 1/s toward the base; 3.5.5
PRESENCE = 0.5  # facilitation by liaison officers who are there but do not address the crowd; guess
EARSHOT_FULL = 0.5  # share of a voice's reach within which it comes across fully; guess
DEAF_TO_POLICE = 0.3  # trust at rest below which no facilitation reaches: "not radicals" of 3.5.5, who rest at 0.2

# Posture
LINE_FADES = 12.0  # m over which a line's effect falls to 1/e; 3.5.6
SIGHT_OF_LINE = 40.0  # m beyond which a line does nothing, e^-3.3 = 0.04; guess
RIOT_AROUND = 0.1  # share of hostile people around at which gear no longer provokes; 3.5.6
POSTURE_ANGERS = 0.06  # 1/s; 3.5.6
POSTURE_COSTS_TRUST = 0.006  # 1/s; 3.5.6
POSTURE_UNITES = 0.0012  # 1/s; 3.5.6

# Force
WITNESS_FADES = 15.0  # m over which what witnesses feel falls to 1/e; 3.5.4
WITNESS_RANGE = 60.0  # m beyond which nothing is felt, e^-4 = 0.02; guess
BYSTANDER_SHARE = 0.5  # of a witness's weight; 3.5.4
FORCE_COSTS_TRUST = 0.25  # 3.5.4
FORCE_UNITES = 0.30  # 3.5.4
FORCE_ANGERS = 0.30  # 3.5.4
DESERVED_ANGERS = 0.15  # share of that anger when only hostile people were hit; 3.5.4
UNDESERVED_ANGERS = 0.85  # what it rises by when only others were; 3.5.4
FRIGHT = 0.6  # fear from a charge of severity 1; 3.5.3
FRIGHT_FADES = 8.0  # m over which it falls to 1/e; 3.5.3

# Hostility
AROUND = 12.0  # m within which police and hostile people are counted; 3.5.6 and 3.5.7
DETERRENCE = 2.3  # k of Epstein 2002; 3.5.7
SOFT_DETERS = 0.5  # weight of an officer without gear; 3.5.7
GEAR_DETERS = 0.5  # what full gear adds; 3.5.7
ANGER_URGES = 0.5  # 3.5.8
ANGER_NEUTRAL = 0.2  # 3.5.8
COMPANY_URGES = 0.5  # of united people, per share of hostile people around; 3.5.8
FEAR_HOLDS = 0.4  # 3.5.8
PEERS_HOLD = 0.35  # 3.5.8
PEERS_NEUTRAL = 0.5  # restraint of neighbours that neither urges nor holds; someone alone meets it; 3.5.8
HYSTERESIS = 0.08  # below the threshold by which one must fall to calm down; 3.5
HOSTILITY_HOLDS = 2.0  # s; 3.5

# What people do about it
PRESSES_ABOVE = 0.10  # margin; 3.5.8
FLEES_ABOVE = 0.6  # fear, where it exceeds anger; 3.5.8
PLAN_BID = 0.3  # what following one's plan is worth; architecture.md 8
SWITCH_COSTS = 0.08  # how much more another goal must be worth; architecture.md 8
CHOICE_HOLDS = 2.0  # s; architecture.md 8

# What people do in place
THROWS_ABOVE = 0.20  # margin; 3.5.8
THROWS_EXPRESSIVE = 0.65  # expressiveness from which one throws and does not only jeer: a third of moderates; guess
BURNS_ABOVE = 0.35  # margin; 3.5.8
NEXT_DEED = 0.5  # what a graver deed is worth more than the one before, to who has come to it: 3.5.8 goes up by margin
HOLDS_BACK_ABOVE = 0.6  # trust, from which a peer holds a thrower back; doctrine.md 4.2

# Who goes home, who stays
OBEYS = 1.0 / 180.0  # 1/s toward going, of full trust; guess: a calm crowd went in 15 min of the order, doctrine.md 1.3
TIRES_AFTER = 2700.0  # s on the square, 45 min, after which people begin to have had enough; guess
TIRES = 1.0 / 900.0  # 1/s toward going from then on; guess
GOING_FADES = 0.2  # 1/s by which the hostile give the thought up; guess
ANGER_KEEPS = 2.0  # of the wish to go, per unit of anger above one's own base; guess
RETURNS_AFTER = 180.0  # s until someone who ran off may come back; guess
RETURNS_WITHIN = 180.0  # s more that the most careful wait; guess
RETURNS_TRUSTING = 0.5  # trust from which one who ran off dares to come back; guess
RETURNS_ANGRY = 0.5  # anger from which one does without trust; guess
