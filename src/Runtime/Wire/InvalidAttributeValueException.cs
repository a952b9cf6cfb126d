namespace DynamoToolkit.Wire;

/// <summary>A value that DynamoDB does not accept. It is thrown before anything is sent.</summary>
public sealed class InvalidAttributeValueException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="attributeName">
    /// The attribute, as a path from the item: <c>address.city</c>, <c>labels[2]</c>. Empty if it is not known.
    /// </param>
    /// <param name="rule">What is wrong and how to fix it, as a clause that follows the attribute's name.</param>
    public InvalidAttributeValueException(string attributeName, string rule)
        : base(attributeName.Length == 0 ? $"A value {rule}" : $"Attribute '{attributeName}' {rule}")
    {
        AttributeName = attributeName;
        Rule = rule;
    }

    /// <summary>The attribute, as a path from the item; empty if it is not known.</summary>
    public string AttributeName { get; }

    /// <summary>What is wrong and how to fix it.</summary>
    public string Rule { get; }

    /// <summary>
    /// Returns the same error for another attribute, for values that are written apart from their attribute, as in expressions.
    /// </summary>
    /// <param name="attributeName">The attribute that the value is for.</param>
    public InvalidAttributeValueException WithAttribute(string attributeName) => new(attributeName, Rule);
}
