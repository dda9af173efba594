"""How well somebody judges: how sure against how right, first sights, strengths, chance."""
