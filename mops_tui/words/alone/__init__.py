"""What somebody who practises alone is told: how they judge, and what came of it."""
