"""Work done at the same time, in processes of several threads each."""

import multiprocessing
import threading

from supplychain.store import Store

PROCESSES, THREADS = 4, 5


def in_processes(work, place, *given):
    """Run ``work(store, name, *given)`` in every thread and return what each counted.

    Every process opens the store for itself; an error in any thread fails the test.
    """
    context = multiprocessing.get_context("fork")
    counted = context.SimpleQueue()
    processes = [
        context.Process(target=_in_threads, args=(work, place, str(number), counted, given))
        for number in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    told = [said for _ in processes for said in counted.get()]
    for process in processes:
        process.join()
    failed = [said for said in told if not isinstance(said, int)]
    assert not failed
    return told


def _in_threads(work, place, process, counted, given):
    said = []
    try:
        store = Store(place)
        threads = [
            threading.Thread(target=_note, args=(said, work, store, f"{process}-{number}", *given))
            for number in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        store.close()
    except Exception as error:  # told to the process that waits
        said.append(repr(error))
    counted.put(said)


def _note(said, work, store, name, *given):
    try:
        said.append(work(store, name, *given))
    except Exception as error:  # told to the process that waits
        said.append(repr(error))
