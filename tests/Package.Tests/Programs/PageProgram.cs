using System.Text.RegularExpressions;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests.Programs;

/// <summary>
/// A complete program that a page shows: the C# block after the mark <c>&lt;!-- program --&gt;</c>, then a block with its output.
/// </summary>
/// <param name="Code">The program.</param>
/// <param name="Output">What the page says that it prints.</param>
internal sealed partial record PageProgram(string Code, string Output)
{
    private const string Mark = "<!-- program -->";

    /// <summary>The programs of a page.</summary>
    public static IReadOnlyList<PageProgram> Of(string page) =>
        [.. Pattern().Matches(Repository.Read(page))
            .Select(static match => new PageProgram(match.Groups["code"].Value, match.Groups["output"].Value))];

    /// <summary>How many blocks a page marks as programs.</summary>
    public static int MarkedIn(string page) => Repository.Read(page).Split(Mark).Length - 1;

    [GeneratedRegex(Mark + @"\n```csharp\n(?<code>.*?)```\n\n```text\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
