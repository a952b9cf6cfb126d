namespace DynamoToolkit;

/// <summary>Sets how attribute names are derived from member names, for the whole assembly or for one type.</summary>
/// <param name="policy">The policy.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DynamoNamingAttribute(NamingPolicy policy) : Attribute
{
    /// <summary>The policy.</summary>
    public NamingPolicy Policy { get; } = policy;
}
