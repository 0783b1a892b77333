"""Sispamkota: the rehearsal of an election day, as a square that answers back. Start reading here.

One picture, eight words::

     trainee · AI · instructor · script · replay                     levels/*.yaml
            │ Command, given as a seat                                     │ read once; errors say file:line:column
            ▼                                                              ▼
     ┌─ Session ──────────── tick() takes no dt: always 1/30 s ────────── Level ─┐
     │   script      due injects and phase changes, as Commands                  │
     │   radio       each order checked (who may?), sent, answered; then a Task  │
     │   advance     arrive → sense → mood → queues → wants → throws → tasks →   │
     │               walk and drive → bodies → contact → density, falls, crush → │
     │               lines, gates → missiles → threat → leave → talks            │
     └───────┬──────────────────────────────────┬────────────────────────────────┘
             │ Event (with cause)               │ View (frozen snapshot, per seat)
             ▼                                  ▼
       recording · radio log              screen · AI · replay · nobody (headless)

**Level** what the author wrote, frozen · **World** what is true now · **Command** the only way in · **Task** what a
unit does over time · **Event** the only news out · **View** a frozen look, of a World or of a recording · **Session**
one running exercise · **Commander** anyone who looks at Views and gives Commands. Two plain helpers besides: a
**Recording** is what a Session leaves; a **kind** is one file that a level or an order can name.

Imports point down one ladder: ``cli → app, bench → ui → session → level → rules → world``, with ``text`` beside
``world``::

    world/      what is true now; no rules. bodies.py is the only file that knows pymunk
    rules/      how the world changes; advance.py is the order of one tick
                commands/ tasks/ formations/ behaviours/ acts/ triggers/ measures/ turns/: one file per kind
    level/      YAML → Level → World; the only folder that knows yaml
    session/    one running exercise, its script, views, recording; commanders/: one file each
    ui/, app.py the window; the only place that knows pygame. hud/ one file per widget, screens/ one file per screen,
                figures/ ground/ effects/ what is drawn on the map
    bench/      how fast: a tick step by step, beside other engines, and the frames of the window
    cli/        the commands of ``sispamkota``, one thin file each
    text/       code + values + language → words of assets/text

``paths.py`` finds assets, levels and the user's folder, ``guard.py`` refuses to start beside classic pygame, and
``faults.py`` saves the report when a fault is ours.

A new formation, behaviour, act, trigger, task or order is its one new file and its texts in both catalogues; a test
lists what is missing.
"""
