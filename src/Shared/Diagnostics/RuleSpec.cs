using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Diagnostics;

/// <summary>A row of <see cref="RuleTable"/>: all facts about a rule. The category and the link follow from the id.</summary>
/// <param name="Id">The id, which is never reused and never computed.</param>
/// <param name="Title">What is wrong, without a period.</param>
/// <param name="Message">What the user reads, with the named properties of the problem in braces: <c>{member}</c>.</param>
/// <param name="Severity">The severity unless an .editorconfig sets another.</param>
internal sealed record RuleSpec(string Id, string Title, string Message, DiagnosticSeverity Severity)
{
    private const string HelpLinkBase = "https://github.com/DynamoToolkit/DynamoToolkit/blob/main/docs/rules/";

    /// <summary>The category, by which an .editorconfig can set severities. The first digit of the id decides.</summary>
    public string Category => Id[3] switch
    {
        '0' => "DynamoToolkit.Model",
        '1' => "DynamoToolkit.Keys",
        '2' => "DynamoToolkit.Expressions",
        '3' => "DynamoToolkit.Performance",
        '4' => "DynamoToolkit.Schema",
        '9' => "DynamoToolkit.Internal",
        _ => throw new InvalidOperationException($"The id '{Id}' belongs to no category."),
    };

    /// <summary>Whether the rule is about code that uses item types, and not about the types themselves.</summary>
    public bool IsAboutUse { get; init; } = Id[3] == '2';

    /// <summary>Whether the rule is about what calls cost or lose.</summary>
    public bool IsAboutCall => Number is >= 2020 and < 2070;

    /// <summary>Whether the rule is about calls of the AWS SDK, where a type here describes the table.</summary>
    public bool IsAboutSdk => Number is >= 2100 and < 3000;

    /// <summary>Whether the rule is about item types that work, but not well.</summary>
    public bool IsAboutDesign => Number is >= 1040 and < 2000 or >= 3000 and < 4000;

    /// <summary>Whether the rule compares item types with the baseline of what is stored.</summary>
    public bool IsAboutSchema => Number is >= 4000 and < 5000;

    private int Number => int.Parse(Id.Substring(3), CultureInfo.InvariantCulture);

    /// <summary>The link to the rule's page.</summary>
    public string HelpLink => $"{HelpLinkBase}{Id}.md";

    /// <summary>The names of the properties in the message, in order, each once.</summary>
    public IReadOnlyList<string> PropertyNames => [.. Message.Split('{', '}').Where((_, i) => i % 2 == 1).Distinct()];

    /// <summary>The message with numbers in place of names, as a diagnostic descriptor takes it.</summary>
    public string MessageFormat
    {
        get
        {
            var format = Message;
            for (var i = 0; i < PropertyNames.Count; i++)
                format = format.Replace($"{{{PropertyNames[i]}}}", $"{{{i.ToString(CultureInfo.InvariantCulture)}}}");
            return format;
        }
    }

    /// <summary>The rule as the compiler knows it.</summary>
    public DiagnosticDescriptor ToDescriptor() =>
        new(Id, Title, MessageFormat, Category, Severity, isEnabledByDefault: true, helpLinkUri: HelpLink);

    /// <summary>A problem that this rule finds.</summary>
    /// <param name="location">Where the problem is.</param>
    /// <param name="properties">The properties that the message names, in any order.</param>
    /// <exception cref="ArgumentException">A property is missing, is not in the message or is given twice.</exception>
    public ModelProblem Problem(Location location, params (string Name, string Value)[] properties)
    {
        var given = string.Join(", ", properties.Select(property => property.Name).OrderBy(name => name, StringComparer.Ordinal));
        var expected = string.Join(", ", PropertyNames.OrderBy(name => name, StringComparer.Ordinal));
        if (given != expected)
            throw new ArgumentException($"{Id} takes {expected}, but got {given}.", nameof(properties));
        return new ModelProblem(this, location, properties.ToImmutableDictionary(one => one.Name, one => (string?)one.Value));
    }
}
