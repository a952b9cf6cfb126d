namespace TrackingStore.Errors;

/// <summary>A parameter that a request tries to change.</summary>
internal sealed record ParamChange(string Name, string OldValue, string NewValue);
