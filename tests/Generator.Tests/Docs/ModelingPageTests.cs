using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Generator.Tests.Docs;

/// <summary>The examples of <c>docs/modeling.md</c> compile, all of them together.</summary>
public sealed partial class ModelingPageTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using DynamoToolkit;
        using DynamoToolkit.Expressions;
        using DynamoToolkit.Wire;

        """;

    [Fact]
    public void Examples_OfThePage_Compile()
    {
        var blocks = CodeBlocks().Matches(File.ReadAllText(PagePath())).Select(match => match.Groups[1].Value).ToList();
        var declarations = blocks.Where(IsDeclaration);
        var statements = blocks.Where(block => !IsDeclaration(block))
            .Select((block, i) => $"internal static class Example{i} {{ public static void Run() {{\n{block}\n}} }}");

        var run = GeneratorRunner.Run(declarations.Concat(statements).Select(source => Usings + source));

        Assert.True(blocks.Count > 5);
        Assert.Contains("Metric.g.cs", run.Files.Keys);
    }

    private static bool IsDeclaration(string block) => block.Contains("public ", StringComparison.Ordinal);

    private static string PagePath([CallerFilePath] string sourcePath = "") =>
        Path.Combine(Path.GetDirectoryName(sourcePath)!, "..", "..", "..", "docs", "modeling.md");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlocks();
}
