using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>Moves what a type declares to where its item types only inherit, share or split it.</summary>
/// <param name="source">The source of the type.</param>
/// <param name="type">The type, which keeps its name.</param>
internal sealed class MovedSource(string source, TypeDeclarationSyntax type)
{
    /// <summary>What makes the generic base class generic.</summary>
    public const string TypeParameters = "<TAny>";

    private static readonly string[] Identifying = ["DynamoTable", "DynamoMap", "DynamoType", "ViewOf"];

    /// <summary>Whether the type can be a base class.</summary>
    public bool CanBeBase => type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword }
        && !type.Modifiers.Any(SyntaxKind.StaticKeyword);

    private bool IsMap => Attributes().Any(attribute => attribute.Name.ToString() == "DynamoMap");

    private string Keyword => type is RecordDeclarationSyntax ? "record" : "class";

    /// <summary>The type as a base class of two item types of a table each.</summary>
    public string[] BaseOfTwo(string typeParameters = "") =>
    [
        Replaced(Base(Attributes().Where(attribute => !Identifying.Contains(attribute.Name.ToString())), typeParameters)
            + Derived("One", IsMap ? "DynamoMap" : "DynamoTable(\"table-one\")", typeParameters.Length == 0 ? "" : "<int>")
            + Derived("Two", IsMap ? "DynamoMap" : "DynamoTable(\"table-two\")", typeParameters.Length == 0 ? "" : "<string>")),
    ];

    /// <summary>The type as the base class of a family of two.</summary>
    public string[] FamilyOfTwo()
    {
        var identity = Attributes().First(attribute => attribute.Name.ToString() is "DynamoTable" or "DynamoMap").ToString();
        return
        [
            Replaced(Base(Attributes(), "") + Derived("One", $"{identity}, DynamoType(\"one\")", "")
                + Derived("Two", $"{identity}, DynamoType(\"two\")", "")),
        ];
    }

    /// <summary>The type in two files, the attributes in the first or second of them.</summary>
    public string[] InTwoFiles(bool areAttributesFirst)
    {
        var half = (type.Members.Count + 1) / 2;
        var attributes = type.AttributeLists.ToFullString();
        var first = Part(areAttributesFirst ? attributes : "", type.ParameterList?.ToString(), type.BaseList?.ToString(), type.Members.Take(half));
        var second = Part(areAttributesFirst ? "" : attributes, "", "", type.Members.Skip(half));
        return [Replaced(first), Usings + second];
    }

    private string Usings => string.Concat(type.SyntaxTree.GetCompilationUnitRoot().Usings.Select(one => one.ToFullString()));

    private IEnumerable<AttributeSyntax> Attributes() => type.AttributeLists.SelectMany(list => list.Attributes);

    private string Replaced(string declarations)
    {
        var span = TextSpan.FromBounds(type.SpanStart, type.Span.End);
        return source[..span.Start] + declarations + source[span.End..];
    }

    private string Base(IEnumerable<AttributeSyntax> attributes, string typeParameters)
    {
        var list = string.Join(", ", attributes);
        return $"""
            {(list.Length == 0 ? "" : $"[{list}]")}
            public abstract partial {Keyword} {type.Identifier}{typeParameters}{type.ParameterList}{type.BaseList}
            {Body(type.Members)}
            """;
    }

    private string Derived(string name, string attributes, string typeArguments)
    {
        var arguments = string.Join(", ", type.ParameterList?.Parameters.Select(parameter => parameter.Identifier.ToString()) ?? []);
        var parameters = string.Join(", ", type.ParameterList?.Parameters.Select(parameter => $"{parameter.Type} {parameter.Identifier}") ?? []);
        var own = type.ParameterList is null ? "" : $"({parameters})";
        var passed = type.ParameterList is null ? "" : $"({arguments})";
        return $"\n\n[{attributes}]\npublic sealed partial {Keyword} {name}{own} : {type.Identifier}{typeArguments}{passed};\n";
    }

    private string Part(string attributes, string? parameters, string? bases, IEnumerable<MemberDeclarationSyntax> members) =>
        $"{attributes}{type.Modifiers} {type.Keyword} {type.Identifier}{parameters}{bases}\n{Body(members)}\n";

    private static string Body(IEnumerable<MemberDeclarationSyntax> members) =>
        $"{{\n{string.Concat(members.Select(member => member.ToFullString()))}\n}}";
}
