namespace DynamoToolkit.Local.Values;

/// <summary>DynamoDB's ten data types. A member's name is the type's tag on the wire.</summary>
internal enum ValueKind : byte
{
    S,
    N,
    B,
    SS,
    NS,
    BS,
    BOOL,
    NULL,
    L,
    M,
}
