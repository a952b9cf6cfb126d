using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>
/// A piece of HTML. Interpolation encodes every text, so that no value of an item can become markup:
/// <c>Html.Of($"&lt;b&gt;{text}&lt;/b&gt;")</c>.
/// </summary>
internal readonly struct Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>A piece from an interpolated string. Its literal parts are markup, and its values are text unless they are HTML.</summary>
    public static Html Of(Handler handler) => new(handler.ToMarkup());

    /// <summary>Markup that something else has made safe, such as a renderer of Markdown.</summary>
    public static Html FromMarkup(string markup) => new(markup);

    /// <summary>Pieces, one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(static piece => piece.markup)));

    /// <summary>A link.</summary>
    public static Html Link(string url, string text) => Of($"""<a href="{url}">{text}</a>""");

    public override string ToString() => markup ?? "";

    /// <summary>Builds a piece of HTML from an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly StringBuilder builder;

        public Handler(int literalLength, int holes) => builder = new StringBuilder(literalLength + (holes * 32));

        public void AppendLiteral(string literal) => builder.Append(literal);

        public void AppendFormatted(Html piece) => builder.Append(piece.markup);

        public void AppendFormatted(string? text) => builder.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(long number) => builder.Append(Invariant(number));

        /// <summary>The markup.</summary>
        public string ToMarkup() => builder.ToString();

        private static string Invariant(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
    }
}
