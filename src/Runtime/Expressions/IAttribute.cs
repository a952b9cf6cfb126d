namespace DynamoToolkit.Expressions;

/// <summary>Anything that stands for an attribute in an expression.</summary>
public interface IAttribute
{
    /// <summary>Where the attribute is.</summary>
    AttributePath Path { get; }
}
