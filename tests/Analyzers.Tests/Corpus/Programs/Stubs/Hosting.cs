using System.Threading;
using System.Threading.Tasks;

// A hosted service of the generic host, in case that the abstractions' own is not referred to.
namespace Corpus.Hosting;

public interface IMessageBus
{
    Task SendAsync(string topic, string body, CancellationToken cancellationToken);
}
