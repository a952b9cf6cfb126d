namespace DynamoToolkit.Shared.Model;

/// <summary>DynamoDB's attribute types.</summary>
internal enum WireType
{
    S,
    N,
    B,
    BOOL,
    L,
    M,
    SS,
    NS,
    BS,

    /// <summary>A custom converter decides.</summary>
    Unknown,
}
