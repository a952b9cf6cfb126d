using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>Breaks sources as typing breaks them: tokens are missing, repeated or in another place.</summary>
internal static class SourceMutation
{
    private const int MaxChanges = 4;

    /// <summary>A file with a few of its tokens dropped, repeated or swapped.</summary>
    public static CorpusFile Mutate(CorpusFile file, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToList();
        for (var changes = random.Next(1, MaxChanges + 1); changes > 0; changes--)
        {
            // Most of what is typed concerns neighbours, some is pasted elsewhere.
            var at = random.Next(tokens.Count - 1);
            var other = random.Next(3) == 0 ? random.Next(tokens.Count - 1) : at + 1;
            switch (random.Next(4))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    tokens.Insert(other, tokens[at]);
                    break;
                default:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
            }
        }

        return file with { Text = string.Concat(tokens) };
    }
}
