"""Adapter shelf: what this computer serves on its network: the audience page, the overlay, the inlet.

Holds: the listeners with their gates and keys, the connections of phones, what goes out to each, the pages' headers.
May import: livedesk.core, aiohttp, ifaddr.
Runs on: net.
Never: listens before it is asked to, trusts what comes in, sends text as anything but text.
"""
