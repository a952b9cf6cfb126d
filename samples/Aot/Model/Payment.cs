using DynamoToolkit;

namespace AotShop.Model;

/// <summary>How an order is paid: a family of nested types.</summary>
[DynamoMap]
public abstract partial record Payment
{
    public required Money Total { get; init; }
}
