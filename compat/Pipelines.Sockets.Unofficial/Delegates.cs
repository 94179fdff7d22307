using System.Collections;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Calls the handlers of an event one by one, without an array for them.</summary>
public static class Delegates
{
    public static DelegateEnumerable<T> AsEnumerable<T>(this T handler)
        where T : MulticastDelegate => new(handler);

    public static bool IsSingle(this MulticastDelegate handler) => handler is { HasSingleTarget: true };

    public readonly struct DelegateEnumerable<T> : IEnumerable<T>
        where T : MulticastDelegate
    {
        private readonly T? _handler;

        internal DelegateEnumerable(T? handler) => _handler = handler;

        public DelegateEnumerator<T> GetEnumerator() => new(_handler);

        IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public struct DelegateEnumerator<T> : IEnumerator<T>
        where T : MulticastDelegate
    {
        private readonly T? _handler;
        private Delegate.InvocationListEnumerator<T> _list;

        internal DelegateEnumerator(T? handler)
        {
            _handler = handler;
            _list = Delegate.EnumerateInvocationList(handler);
        }

        public readonly T Current => _list.Current;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => _list.MoveNext();

        public void Reset() => _list = Delegate.EnumerateInvocationList(_handler);

        public readonly void Dispose()
        {
        }
    }
}
