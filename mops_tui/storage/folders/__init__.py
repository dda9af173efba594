"""The folders of this program: where files live, network drives, crash logs, last resorts."""
