"""Pictures drawn into cells: one module a chart, `dispatch.draw` for any picture."""
