import { AnswerView, CommandLine } from './AnswerView';
import { RequestForm } from './RequestForm';
import { useCommand } from './useCommand';

export function PlaygroundPage() {
  const { progress, ask, stop } = useCommand();
  const { phase, answer, forming, problem } = progress;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Playground</h1>
          <p className="lead">Say it in plain English, and see the command that comes of it.</p>
        </div>
      </div>
      <div className="playground">
        <RequestForm asking={phase === 'asking'} onAsk={ask} onStop={stop} />
        {phase !== 'idle' && (
          <section
            className="card answer"
            aria-labelledby="answer"
            aria-live="polite"
            aria-busy={phase === 'asking'}
            data-phase={phase}
          >
            <h2 id="answer" className="unseen">
              Answer
            </h2>
            {answer ? (
              <CommandLine answer={answer} />
            ) : (
              <div className="command">
                <code className="forming">{forming}</code>
              </div>
            )}
            {problem && <p role="alert">{problem}</p>}
            {answer && <AnswerView answer={answer} progress={progress} />}
          </section>
        )}
      </div>
    </>
  );
}
