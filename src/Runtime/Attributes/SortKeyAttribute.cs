namespace DynamoToolkit;

/// <summary>
/// Declares the table's sort key. On a member, without a template: that member's attribute is the key. On the type, with a template:
/// the key is a String attribute of its own, built from the template, for example <c>"METRIC#{Name}#{Step}"</c>.
/// </summary>
/// <remarks>
/// In a template, <c>{Member}</c> stands for the member's key text and <c>{{</c> and <c>}}</c> for braces. A template that is only one
/// <c>{Member}</c> means that member's own attribute, of its own type, unless <see cref="AttributeName"/> is set.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter,
    Inherited = false)]
public sealed class SortKeyAttribute : Attribute
{
    /// <summary>On a member: the member's attribute is the sort key.</summary>
    public SortKeyAttribute()
    {
    }

    /// <summary>On a type: the sort key is built from a template.</summary>
    /// <param name="template">Literal text and <c>{Member}</c> parts.</param>
    public SortKeyAttribute(string template) => Template = template;

    /// <summary>The template, or null if the attribute marks a member.</summary>
    public string? Template { get; }

    /// <summary>The key attribute's name; <c>sk</c> by default. Only for templates.</summary>
    public string? AttributeName { get; set; }
}
