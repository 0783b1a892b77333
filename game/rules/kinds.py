"""Which kinds there are: the folder is the registry. Importing this module makes every word known."""

import importlib
import pkgutil

from game.rules import acts, behaviours, commands, formations, measures, tasks, triggers, turns
from game.rules.acts.act import Act
from game.rules.behaviours.behaviour import Behaviour
from game.rules.measures.measure import Measure
from game.rules.triggers.trigger import Trigger
from game.rules.turns.turn import Turn
from game.world.units import Formation, Task
from game.world.world import Command

for folder in (acts, behaviours, commands, formations, measures, tasks, triggers, turns):
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")

# Sorted by word, so that an index into these tuples means the same on every machine.
ACTS: tuple[str, ...] = tuple(sorted(Act.words))
BEHAVIOURS: tuple[str, ...] = tuple(sorted(Behaviour.words))
BASES = (Act, Behaviour, Command, Formation, Measure, Task, Trigger, Turn)
