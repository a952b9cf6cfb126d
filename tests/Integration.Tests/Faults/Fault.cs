namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>What the proxy does to a request.</summary>
internal enum Fault
{
    None,
    Throttle,
    ErrorBefore,
    ErrorAfter,
    ResetBefore,
    ResetAfter,
    Slow,
    Late,
}
